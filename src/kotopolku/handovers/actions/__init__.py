"""Teot: hand over, answer, chase, withdraw; one function a verb, each with its permission and log entry."""

from kotopolku.handovers.actions.answering import answer_packet, chase_packet, record_packet_answer
from kotopolku.handovers.actions.erasing import erase_handovers
from kotopolku.handovers.actions.following import follow_own_task
from kotopolku.handovers.actions.holding import RunningLink, holding, prove_link, running_link, send_link_code
from kotopolku.handovers.actions.linking import make_link, open_link, revoke_links
from kotopolku.handovers.actions.moving import carry_out_move, carry_out_moves, register_move
from kotopolku.handovers.actions.placing import answer_placement, arrange_placement, record_placement
from kotopolku.handovers.actions.reminding import remind_packets
from kotopolku.handovers.actions.sending import send_packet, withdraw_packet
from kotopolku.handovers.actions.telling import acknowledge_responsibility, record_told

__all__ = [
    "RunningLink",
    "acknowledge_responsibility",
    "answer_packet",
    "answer_placement",
    "arrange_placement",
    "carry_out_move",
    "carry_out_moves",
    "chase_packet",
    "erase_handovers",
    "follow_own_task",
    "holding",
    "make_link",
    "open_link",
    "prove_link",
    "record_packet_answer",
    "record_placement",
    "record_told",
    "register_move",
    "remind_packets",
    "revoke_links",
    "running_link",
    "send_link_code",
    "send_packet",
    "withdraw_packet",
]
