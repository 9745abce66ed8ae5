"""communique: a think tank's whole public voice from one installation."""

__version__ = "0.1.0"
