"""What somebody is still writing, kept and shown again by the script of the pages; read by nobody else."""
