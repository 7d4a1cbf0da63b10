"""What the front end draws: the contract with it, the styles and the scripts."""
