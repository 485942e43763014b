"""The first cell of a chapter in Google Colab: installs the wheel. Paste it above the chapter's own first cell."""

import subprocess
import sys
from pathlib import Path

# The wheel's file name, to be asked for in an upload box; or the address of a release of yours.
WHEEL = "places_that_produce-0.1.0-py3-none-any.whl"

from google.colab import files, output  # noqa: E402

if "://" not in WHEEL and not Path(WHEEL).exists():
    files.upload()
subprocess.run([sys.executable, "-m", "pip", "install", "--quiet", WHEEL], check=True)
# Without it Colab shows no widget but its own. It lets Colab load the widgets' scripts from third parties.
output.enable_custom_widget_manager()
print("Installed. If pandas or plotly were loaded before: Runtime, Restart session; then run the chapter from the top.")
