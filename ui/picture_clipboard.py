"""Putting a picture on the clipboard so that Word, WPS and 微信 take it as a picture."""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QClipboard, QImage

PNG_MIME = "image/png"
SVG_MIME = "image/svg+xml"


def copy_picture(
    clipboard: QClipboard, png: bytes, image: QImage, title: str, svg: bytes = b""
) -> None:
    """Put a picture on the clipboard, named by its title, and maybe its SVG."""
    clipboard.setMimeData(offered(png, image, title, svg))


def offered(png: bytes, image: QImage, title: str, svg: bytes = b"") -> QMimeData:
    """Offer the exact PNG and the same picture decoded, to be pasted or dropped.

    No plain text goes along: programs that find some paste the sentence instead of the picture.
    """
    named = QImage(image)
    named.setText("Title", title)
    offer = QMimeData()
    offer.setData(PNG_MIME, png)
    offer.setImageData(named)
    if svg:
        offer.setData(SVG_MIME, svg)
    return offer
