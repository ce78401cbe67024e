"""Colours of the scene, and how strongly the figure is shaded; the person brings its own. Data only."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours as #RRGGBB.

    `stage` is the shape behind the person, which is the wall of a room, and `floor` that room's floor.
    `shade` is what shadows on the body are mixed with, `rim` the light on dark hair, `dim` how far clothes
    and skin are toned down for a dark room (0 to 1), `glow` the body of the light on what is stretched and
    `glow_core` where it is brightest, `cue` the arrows. Who is dressed in much the colour of the mat lies on
    the `other_mat`.
    `shading` is the depth of the soft shading, `contact` of the shadow one part throws on another,
    `far_tone` how much of the ink a limb far behind the body takes, `outline_cm` a dark (or light) line
    round every part; 0 draws none. `backlight_cm` is how wide the line of light is that hair has along
    its outline. `pool` is how dense the shade is on the floor where somebody stands or sits, as a share
    of the shadow; below 0 it is light, in which people and chairs stand rather than float on a floor that
    is nearly as dark as their shadow. `window` is how bright the light of a window is on a wall.
    """

    name: str
    ground: str
    stage: str
    floor: str
    shadow: str
    shadow_strength: float
    shade: str
    rim: str
    light: str
    ink: str
    mat: str
    mat_edge: str
    other_mat: str
    other_mat_edge: str
    wall: str
    wood: str
    wood_edge: str
    foam: str
    glow: str
    glow_core: str
    cue: str
    dim: float = 0.0
    shading: float = 0.24
    contact: float = 0.30
    far_tone: float = 0.12
    pool: float = 0.6
    window: float = 0.5
    outline_cm: float = 0.0
    backlight_cm: float = 0.0


LIGHT = Theme(
    name="light",
    ground="#F5F2EC",
    stage="#EBE2D1",
    floor="#E3D5BC",
    shadow="#3B2F2A",
    shadow_strength=0.26,
    shade="#5C2A34",
    rim="#5C2A34",
    light="#FFF4DE",
    ink="#2A2740",
    mat="#A6CDC9",
    mat_edge="#7BAAA6",
    other_mat="#BFB0CF",
    other_mat_edge="#9A89B0",
    wall="#B7C6C6",
    wood="#DCBD94",
    wood_edge="#B58E66",
    foam="#627FA3",
    glow="#FF7A2A",
    glow_core="#FFDE84",
    cue="#2B3654",
    contact=0.36,
)

DARK = Theme(
    name="dark",
    ground="#1E2229",
    stage="#323B47",
    floor="#2B323C",
    shadow="#06080D",
    shadow_strength=0.36,
    shade="#35161C",
    rim="#A3ABA2",
    light="#FFF4DE",
    ink="#15131F",
    mat="#374C51",
    mat_edge="#28383D",
    other_mat="#453F54",
    other_mat_edge="#332E40",
    wall="#22333B",
    wood="#8F7456",
    wood_edge="#6B5440",
    foam="#7690B8",
    glow="#FF7A2A",
    glow_core="#FFDE84",
    cue="#F3E6CC",
    pool=-0.32,
    window=0.07,
    dim=0.12,
    shading=0.28,
    contact=0.36,
    far_tone=0.18,
    backlight_cm=0.2,
)

HIGH_CONTRAST_LIGHT = Theme(
    name="high-contrast-light",
    ground="#FFFFFF",
    stage="#EFEFEF",
    floor="#E2E2E2",
    shadow="#000000",
    shadow_strength=0.3,
    shade="#000000",
    rim="#000000",
    light="#FFFFFF",
    ink="#000000",
    mat="#B9D4F0",
    mat_edge="#000000",
    other_mat="#B9D4F0",
    other_mat_edge="#000000",
    wall="#C3CFD4",
    wood="#D8B888",
    wood_edge="#000000",
    foam="#A83264",
    glow="#FF6200",
    glow_core="#FFDE84",
    cue="#0B4FB3",
    shading=0.0,
    contact=0.25,
    outline_cm=0.75,
)

HIGH_CONTRAST_DARK = Theme(
    name="high-contrast-dark",
    ground="#000000",
    stage="#161616",
    floor="#202020",
    shadow="#000000",
    shadow_strength=0.0,
    shade="#000000",
    rim="#000000",
    light="#FFFFFF",
    ink="#FFFFFF",
    mat="#12304F",
    mat_edge="#FFFFFF",
    other_mat="#12304F",
    other_mat_edge="#FFFFFF",
    wall="#10242E",
    wood="#8C6A3A",
    wood_edge="#FFFFFF",
    foam="#D9578C",
    glow="#FF6200",
    glow_core="#FFDE84",
    cue="#FFE04D",
    shading=0.0,
    contact=0.25,
    outline_cm=0.75,
)


def theme(dark: bool, high_contrast: bool = False) -> Theme:
    """The theme for a dark or light room."""
    if high_contrast:
        return HIGH_CONTRAST_DARK if dark else HIGH_CONTRAST_LIGHT
    return DARK if dark else LIGHT
