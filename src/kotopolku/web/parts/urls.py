"""The gallery's address; mounted at `/parts/` in the demo only."""

from django.urls import path

from kotopolku.web.parts.gallery.view import gallery

app_name = "parts"
urlpatterns = [path("", gallery, name="gallery")]
