"""The register of processing, for everybody: why things are written down, who reads it, how long it stays."""
