"""What the first migration of advice does besides its tables: visits are their area's, names their controller's."""

from kotopolku.audit.walls import area_wall, follows_person, wall

OPERATIONS = (
    area_wall("advice_visit"),
    area_wall("advice_onward"),
    follows_person("advice_named_visit"),
    wall("advice_named_visit"),
)
