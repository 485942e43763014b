"""A JupyterHub on one machine for a trial with simulated students; never for a class: anyone may log in as anyone.

`simulate.py` starts it and sets the HUB_TRIAL_ variables. The real paths for classes are in README.md beside this file.
"""

import os
import sys
from pathlib import Path

HOME = Path(os.environ["HUB_TRIAL_HOME"])
PORT = int(os.environ["HUB_TRIAL_PORT"])

c = get_config()  # noqa: F821 - JupyterHub puts this name here
c.JupyterHub.bind_url = f"http://127.0.0.1:{PORT}"
c.JupyterHub.hub_bind_url = f"http://127.0.0.1:{PORT + 1}"
c.ConfigurableHTTPProxy.api_url = f"http://127.0.0.1:{PORT + 2}"
c.ConfigurableHTTPProxy.command = os.environ["HUB_TRIAL_PROXY"].split()
c.JupyterHub.db_url = f"sqlite:///{HOME / 'hub.sqlite'}"
c.JupyterHub.cookie_secret_file = str(HOME / "cookie_secret")

c.JupyterHub.authenticator_class = "dummy"
c.Authenticator.allow_all = True

# One folder a student, no system account: SimpleLocalProcessSpawner is made for such trials.
c.JupyterHub.spawner_class = "simple"
c.SimpleLocalProcessSpawner.home_dir_template = str(HOME / "students" / "{username}")
c.Spawner.cmd = [sys.executable, "-m", "jupyterhub.singleuser"]
c.Spawner.args = ["--allow-root"]
c.Spawner.environment = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "COURSE_UTILS_FACE": "live"}
c.Spawner.default_url = "/lab"
c.Spawner.start_timeout = 120
c.Spawner.http_timeout = 120
c.JupyterHub.concurrent_spawn_limit = 4

# The script that plays the students speaks to the Hub's API with this token, made anew for each trial.
c.JupyterHub.services = [{"name": "trial", "api_token": os.environ["HUB_TRIAL_TOKEN"]}]
c.JupyterHub.load_roles = [
    {"name": "trial", "scopes": ["admin:users", "admin:servers", "access:servers"], "services": ["trial"]}
]
