"""`make translations`: bring the .po up to date with the code, compile it, name what lacks."""

import sys

from tests.translations.messages import mo_bytes, mo_file, po_bytes, po_file, translated, updated


def main() -> int:
    """Return 1 while a message has no translation."""
    catalog = updated(translated())
    po_file().write_bytes(po_bytes(catalog))
    mo_file().write_bytes(mo_bytes(catalog))
    missing = [message for message in catalog if message.id and not message.string]
    for message in missing:
        print(f"{message.locations[0][0]}: {message.id}")
    print(f"{len(catalog)} messages, {len(missing)} without translation in {po_file()}")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
