"""nginx in front of a site as the manual says, which moreover keeps whatever it is allowed to keep."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.waiting import free_port

NGINX = shutil.which("nginx") or "/usr/sbin/nginx"

_CONFIGURATION = """
daemon off; master_process off; worker_processes 1; pid {folder}/nginx.pid; error_log {folder}/error.log;
events {{ worker_connections 256; }}
http {{
    access_log off;
    client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/f; uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
    proxy_cache_path {folder}/kept keys_zone=kept:1m;
    server {{
        listen 127.0.0.1:{port};
        location / {{
            proxy_pass http://127.0.0.1:{behind};
            proxy_set_header Host $host;
            proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
            proxy_http_version 1.1;
            proxy_set_header Connection "";
            client_max_body_size 100m;
            proxy_cache kept;
        }}
    }}
}}
"""


@contextmanager
def kept_in_front_of(behind: int, folder: Path) -> Iterator[int]:
    """The port of nginx; what it keeps lies in `folder/kept`."""
    port = free_port()
    written = folder / "nginx.conf"
    written.write_text(_CONFIGURATION.format(folder=folder, port=port, behind=behind))
    process = subprocess.Popen([NGINX, "-p", str(folder), "-c", str(written)], stderr=subprocess.DEVNULL)
    try:
        yield port
    finally:
        process.terminate()
        process.wait()
