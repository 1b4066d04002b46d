"""The sign-in pages' name for Django."""

from django.apps import AppConfig


class SignInConfig(AppConfig):
    """Pages only; what they keep is in `accounts` and in the tables of django-allauth and django-axes."""

    name = "kotopolku.web.sign_in"
    label = "web_sign_in"
