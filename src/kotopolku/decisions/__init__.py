"""Päätökset: written decisions with reasons, provisions and instructions for a request for rectification (95 §).

Only what the law makes a decision: a requested assessment that is refused. A plan and its review are none.
"""
