"""The editors' side: the stock admin, taught the paper's words and rules."""
