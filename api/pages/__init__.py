"""The pages: server-rendered, in Japanese and English, complete without script."""
