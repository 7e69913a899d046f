"""The Pythons on the PATH go in; the one that make builds with comes out.

    python3 tools/choose_python.py

That is the first python3 of those that suit best: new enough and with `venv`, then with the headers
that the inner loops are compiled against, then itself compiled with a profile of its use. One
compiled without (pyenv does so unless asked) reads 8 % slower. Any Python 3 runs this.
"""

import os
import subprocess
import sys

#: What each is asked: it answers with two digits, has it headers, was it compiled with a profile.
#: Distributions do so without telling in what a Python knows of its making; theirs is in /usr.
QUESTION = """
import ensurepip, os, sys, sysconfig, venv
assert sys.version_info >= (3, 11)
headers = os.path.join(sysconfig.get_path("include"), "Python.h")
with_a_profile = "--enable-optimizations" in (sysconfig.get_config_var("CONFIG_ARGS") or "")
print(int(os.path.exists(headers)), int(with_a_profile or sys.base_prefix == "/usr"))
"""
#: Seconds that one may take to answer.
PATIENCE = 20
#: Where none suits: what is wrong with it is told by the Makefile.
NONE = "python3"


def ask(python):
    """Give how well a Python suits, more is better; None where it can't be used."""
    try:
        said = subprocess.run(
            [python, "-c", QUESTION], capture_output=True, timeout=PATIENCE, check=True
        )
        headers, profile = said.stdout.split()
        return int(headers), int(profile)
    except (OSError, subprocess.SubprocessError, ValueError):
        return None


def choose(path):
    """Give the command of the best suited python3 of these folders (as PATH has them)."""
    best = NONE, None
    for folder in filter(None, path.split(os.pathsep)):
        python = os.path.join(folder, "python3")
        suits = ask(python) if os.access(python, os.X_OK) else None
        if suits and (best[1] is None or suits > best[1]):
            best = python, suits
    return best[0]


if __name__ == "__main__":
    sys.stdout.write(choose(os.environ.get("PATH", os.defpath)) + "\n")
