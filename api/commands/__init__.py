"""The commands of the command line, one file for each thing that people come to do."""
