"""How handouts are made: processes, kernels, and what is kept of a build."""
