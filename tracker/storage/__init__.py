"""The ledger file. The only room that speaks SQL; `journal` is the only writer."""

from tracker.storage import light_import as light_import  # before anything asks for sqlite-utils
