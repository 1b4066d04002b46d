"""Codes of a ticket: by which door it came, how it is answered, where it stands, why it goes first."""

AFAR = ""
"""The office of what comes from afar: calls, e-mails and questions are answered from any office."""

CHANNELS = ("kiosk", "desk", "web", "call", "email", "question")
AT_DOOR = ("kiosk", "desk", "web")
CHANNEL_OF = {"call": "phone", "email": "email", "question": "email"}
"""As what the log of advice counts a ticket of each channel; the door's are walk-ins."""

WAYS = ("here", "phone", "video", "email")
"""How the answer is given: at the office, by telephone, by video, or by a reply that carries no secret."""

WAITING, CALLED, SERVING = "waiting", "called", "serving"
SERVED, NO_SHOW, TRANSFERRED, LEFT = "served", "no_show", "transferred", "left"
OPEN = (WAITING, CALLED, SERVING)
IN_HAND = (CALLED, SERVING)
ENDED = (SERVED, NO_SHOW, TRANSFERRED, LEFT)
STATES = (*OPEN, *ENDED)

PRIORITIES = ("safety", "small_children", "deadline_today")
"""The three reasons for which a person may be let go first; a worker decides, and each is counted."""

CLOSED_BECAUSE = ("illness", "training", "technical", "holiday", "moving", "other")

DOOR_TARGET_MINUTES = 20
AFAR_TARGET_DAYS = 1
"""Own targets where the area's programme sets none: how soon a ticket should be called."""

KEPT_DAYS = 14
"""How long the wish of an ended ticket (number, address, question) is kept before it is erased."""

SERVICE_MINUTES = 10
"""How long a visit is taken to last until some of the day's own have ended."""

MOST_SHOWN = 3
MOST_TOPICS = 3

STEPS = ("language", "topic", "number", "closed")
"""What a kiosk shows, one after the other; each can be heard where a worker has spoken it."""

WEBM, OGG, MP4 = "audio/webm", "audio/ogg", "audio/mp4"
SOUND_KINDS = (WEBM, OGG, MP4)
MOST_SOUND_BYTES = 2 * 1024 * 1024  # some three minutes of speech, as browsers record it
MOST_SPEAKER = 80
