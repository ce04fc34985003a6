"""The terminal: `nabij serve`, `worker`, `migrate`, `check`, `import`, `why`, `psql`. Decides nothing itself."""
