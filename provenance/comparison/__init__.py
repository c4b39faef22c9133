"""The relation of two statements, the verdict of a row, origins."""
