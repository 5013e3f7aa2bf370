"""How `gunicorn hscms.wsgi` runs; the command line and GUNICORN_CMD_ARGS win over it."""

bind = "127.0.0.1:8000"
workers = 3
# The application is loaded once, before the workers: a wrong setting ends the start with its one line,
# where workers would be started again and again.
preload_app = True
max_requests, max_requests_jitter = 5_000, 500
accesslog = "-"
control_socket_disable = True  # nothing here speaks to it, and a service may have no home folder
