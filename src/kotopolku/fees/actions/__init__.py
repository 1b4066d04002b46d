"""Tell about the fee, hear the client, judge, decide, drop, enter the sum in force, take decisions to invoicing."""

from kotopolku.fees.actions.amounts import enter_fee_amount, withdraw_fee_amount
from kotopolku.fees.actions.deciding import decide_fee, export_fees
from kotopolku.fees.actions.hearing import drop_fee, hear_about_fee, judge_fee, record_fee_answer
from kotopolku.fees.actions.telling import tell_fee

__all__ = [
    "decide_fee",
    "drop_fee",
    "enter_fee_amount",
    "export_fees",
    "hear_about_fee",
    "judge_fee",
    "record_fee_answer",
    "tell_fee",
    "withdraw_fee_amount",
]
