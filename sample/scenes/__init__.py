"""The scenes of the sample pictures, one a module."""
