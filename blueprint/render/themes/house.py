"""A house style as a theme: what its file says, over the theme it is based on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from blueprint.layout.scene import TextRole
from blueprint.model.theme_file import LaneStyle, RemarkStyle, SignStyle, ThemeColours, ThemeFile
from blueprint.render.contrast import SIGN, luminance, mixed, readable
from blueprint.render.theme import LaneColours, SignColours, Stroke, Theme
from blueprint.render.themes.table import THEMES
from blueprint.safety.pictures import Picture

_TINT = 0.9
"""How much of a lane's tint is paper, where only its line is given."""
_NEXT = 0.06
_TEXT_INK = 0.25
"""How much of the main text's colour a lane's name takes on, where only its line is given."""
_BAND = 0.03
_SECOND_PHASE = 0.16
_DARK_BELOW = 0.18


def house_theme(file: ThemeFile, logo: Picture | None = None) -> Theme:
    """Return the theme that a theme file describes.

    What it leaves out is as in the theme it is based on, or made from what it says: a
    lane's tint from its line, the cards from the paper, the customer's way from the accent.

    Args:
        file: What the file says.
        logo: The picture it names.
    """
    base = THEMES[file.based_on]
    said = file.colours
    theme = _grounds(replace(base, name=file.theme, logo=logo), said)
    theme = _figures(theme, said)
    theme = replace(theme, texts=_texts(theme, said))
    if file.sizes is not None:
        theme = replace(theme, type_scale=file.sizes.type, density=file.sizes.density)
    return replace(
        theme, latin=(*file.font, *base.latin), chinese=(*file.chinese_font, *base.chinese)
    )


def _grounds(base: Theme, said: ThemeColours) -> Theme:
    """Return a theme with the colours that everything else stands on."""
    paper = said.paper or base.paper
    ink = said.ink or base.ink
    phases = said.phases or base.phases
    return replace(
        base,
        scheme="dark" if luminance(paper) < _DARK_BELOW else "light",
        paper=paper,
        card=said.card or (paper if base.card == base.paper else base.card),
        casing=paper if base.casing == base.paper else base.casing,
        ink=ink,
        muted=said.muted or base.muted,
        slate=said.slate or base.slate,
        accent=said.accent or base.accent,
        divider=said.divider or base.divider,
        removed=said.removed or base.removed,
        phases=(phases[0], phases[1] if phases[1:] else mixed(phases[0], paper, _SECOND_PHASE)),
        curve_band=said.band or (mixed(paper, ink, _BAND) if said.paper else base.curve_band),
        curve_line=said.accent or base.curve_line,
    )


def _figures(theme: Theme, said: ThemeColours) -> Theme:
    """Return a theme with its lanes, links, signs and marks."""
    signs = said.signs
    theme = replace(
        theme,
        lanes={
            kind: _lane(getattr(said.lanes, kind), colours, theme)
            for kind, colours in theme.lanes.items()
        },
    )
    lines = {kind: replace(line, colour=theme.slate) for kind, line in theme.lines.items()}
    return replace(
        theme,
        lines=lines if said.slate else theme.lines,
        edges={
            kind: _stroke(
                stroke, getattr(said.links, kind) or (said.accent if kind == "flow" else None)
            )
            for kind, stroke in theme.edges.items()
        },
        marks={
            role: _stroke(stroke, getattr(said.marks, role)) for role, stroke in theme.marks.items()
        },
        moods={mood: getattr(said.moods, mood) or own for mood, own in theme.moods.items()},
        moment=_sign(signs.moment_of_truth, theme.moment, theme),
        fail=_sign(signs.fail_point, theme.fail, theme),
        pain=_remark(signs.pain, theme.pain, theme),
        wait=_remark(signs.wait, theme.wait, theme),
    )


def _stroke(stroke: Stroke, colour: str | None) -> Stroke:
    return replace(stroke, colour=colour) if colour else stroke


def _lane(said: LaneStyle | None, base: LaneColours, theme: Theme) -> LaneColours:
    """Return a lane's colours; from its line alone come its tint and its text."""
    if said is None:
        return base
    line = said.line or base.line
    tint = said.tint or (mixed(line, theme.paper, _TINT) if said.line else base.tint)
    next_tint = mixed(tint, line, _NEXT) if base.next_tint else ""
    text = said.text or (
        readable(mixed(line, theme.ink, _TEXT_INK), [tint, next_tint or tint])
        if said.line
        else None
    )
    return LaneColours(tint, line, text or base.text, next_tint)


def _sign(said: SignStyle | None, base: SignColours, theme: Theme) -> SignColours:
    """Return a disc's colours; from its ground alone come its border and its ink."""
    if said is None:
        return base
    ground = said.ground or base.ground
    tints = [tint for lane in theme.lanes.values() for tint in (lane.tint, lane.next)]
    line = said.line or (said.ground and readable(ground, [theme.card, *tints], SIGN)) or base.line
    ink = said.ink or (said.ground and readable(base.ink, [ground])) or base.ink
    return SignColours(ground, line, ink)


def _remark(said: RemarkStyle | None, base: SignColours, theme: Theme) -> SignColours:
    """Return the colours of a pain or a wait; from its ink alone come its border and ground."""
    if said is None:
        return base
    ink = said.ink or base.ink
    ground = said.ground or (mixed(ink, theme.card, _TINT) if said.ink else base.ground)
    return SignColours(ground, said.line or said.ink or base.line, ink)


def _texts(theme: Theme, said: ThemeColours) -> Mapping[TextRole, str]:
    """Return the colours of texts, each that of what it belongs to where that was said."""
    changed: dict[TextRole, str | None] = {
        "title": said.ink,
        "subtitle": said.muted,
        "phase": said.phase_text,
        "step": said.slate,
        "lane-name": said.slate,
        "line-name": said.slate,
        "text": said.ink,
        "muted": said.muted,
        "pain": theme.pain.ink,
        "wait": theme.wait.ink,
        "status": said.muted,
        "label": said.label,
        "badge": said.badge_text,
        "legend": said.slate,
    }
    return {role: changed[role] or own for role, own in theme.texts.items()}
