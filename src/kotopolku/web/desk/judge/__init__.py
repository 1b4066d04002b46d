"""An official's judgement (harkinta): answer, reason, name and day; never guessed by the program."""
