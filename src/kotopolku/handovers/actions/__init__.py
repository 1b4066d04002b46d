"""Teot: hand over, answer, chase, withdraw; one function a verb, each with its permission and log entry."""

from kotopolku.handovers.actions.answering import answer_packet, chase_packet, record_packet_answer
from kotopolku.handovers.actions.sending import send_packet, withdraw_packet

__all__ = ["answer_packet", "chase_packet", "record_packet_answer", "send_packet", "withdraw_packet"]
