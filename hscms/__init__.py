"""The project: how HSCMS is put together and run."""
