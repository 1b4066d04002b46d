"""The line at the desk: who waits, call, move, end; a missed call in five seconds; closed today."""
