"""The ledger file. The only room that speaks SQL; `journal` is the only writer."""
