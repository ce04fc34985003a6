"""What somebody offers in their neighbourhood."""
