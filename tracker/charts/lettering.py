"""Lettering: a run of letters on a baseline, put straight where it stands."""

from matplotlib.backend_bases import RendererBase
from matplotlib.colors import to_rgba
from matplotlib.patheffects import PathEffectRenderer
from matplotlib.text import Text


class Lettering(Text):
    """Text that begins at its position, on one line, upright and without mathematics.

    matplotlib measures every text before it draws it, to align it. Ours is measured already, and
    a picture has hundreds, so leaving that out makes it a third faster.
    """

    def draw(self, renderer: RendererBase) -> None:
        """Draw the letters, through their path effects where they have a halo."""
        words = self.get_text()
        if not self.get_visible() or not words:
            return
        renderer.open_group("text", self.get_gid())
        x, y = self.get_transform().transform(self.get_position())
        if renderer.flipy():
            y = renderer.get_canvas_width_height()[1] - y
        gc = renderer.new_gc()
        gc.set_foreground(to_rgba(self.get_color()), isRGBA=True)
        gc.set_antialiased(self.get_antialiased())
        gc.set_snap(self.get_snap())
        effects = self.get_path_effects()
        target = PathEffectRenderer(effects, renderer) if effects else renderer
        target.draw_text(gc, x, y, words, self.get_fontproperties(), 0.0, ismath=False, mtext=self)
        gc.restore()
        renderer.close_group("text")
        self.stale = False
