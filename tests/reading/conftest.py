import sys
from pathlib import Path

# Tests of one room share its helper, marked.py.
sys.path.insert(0, str(Path(__file__).parent))
