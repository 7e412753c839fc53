"""What is shown: figures as picture models, SVG and self-contained HTML files."""
