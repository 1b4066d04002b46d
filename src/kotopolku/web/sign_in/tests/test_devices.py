"""A kiosk or a wall screen belongs to an area and to nobody's session."""

from datetime import timedelta

import pytest
from django.test import Client
from tests.desk import client_of

from kotopolku.accounts.models import Device
from kotopolku.accounts.sign_in_devices import MOST_WAITING, code_of


def waiting(kind="wall"):
    device = Client()
    assert device.post("/device/", {"kind": kind}).status_code == 302
    page = device.get("/device/")
    code = code_of(device.cookies["kotopolku_device"].value)
    assert f"{code[:3]} {code[3:]}" in page.content.decode()
    assert page.headers["Refresh"]
    return device, code


@pytest.fixture
def manager(coordinator):
    return client_of(coordinator)


def test_a_device_is_paired_by_the_digits_on_its_screen_and_ended_by_one_act(manager):
    device, code = waiting()
    # when the coordinator gives the digits
    answer = manager.post("/office/devices/", {"code": f"{code[:3]} {code[3:]}", "name": "Aula, Raisio"})
    assert answer.status_code == 302
    # then the device knows where it belongs, and the digits are worth nothing more
    assert "Aula, Raisio" in device.get("/device/").content.decode()
    assert manager.post("/office/devices/", {"code": code, "name": "Toinen"}).status_code == 422
    # and its cookie opens nothing else
    assert device.get("/desk/").status_code == 302
    assert device.get("/own/").status_code == 302
    # when the pairing is ended, then the device is nobody's
    manager.post("/office/devices/end/", {"device": Device.objects.get().pk})
    assert "Aula, Raisio" not in device.get("/device/").content.decode()


def test_wrong_and_old_digits_pair_nothing(manager):
    device, code = waiting()
    other = f"{(int(code) + 1) % 1_000_000:06d}"
    assert manager.post("/office/devices/", {"code": other, "name": "Aula"}).status_code == 422
    waits = Device.objects.get()
    Device.objects.update(asked_at=waits.asked_at - timedelta(minutes=16))
    assert manager.post("/office/devices/", {"code": code, "name": "Aula"}).status_code == 422
    assert "Aula" not in device.get("/device/").content.decode()


def test_neither_token_nor_digits_are_in_the_database(manager):
    device, code = waiting()
    kept = str(Device.objects.values().get())
    assert device.cookies["kotopolku_device"].value not in kept
    assert code not in kept


def test_another_areas_administrator_can_neither_see_nor_end_it(manager, stranger):
    _, code = waiting()
    manager.post("/office/devices/", {"code": code, "name": "Aula, Raisio"})
    from tests.cast import worker

    from kotopolku.audit.actor import Role

    foreign = client_of(
        worker(
            username="fia", name="Fia", at="forssa", area="forssa", role=Role.ADMINISTRATOR, covers=["forssa"]
        )
    )
    assert "Aula, Raisio" not in foreign.get("/office/devices/").content.decode()
    assert foreign.post("/office/devices/end/", {"device": Device.objects.get().pk}).status_code == 404


@pytest.mark.slow
def test_nobody_fills_the_queue(manager):
    for _ in range(MOST_WAITING):
        waiting()
    assert Client().post("/device/", {"kind": "wall"}).status_code == 429


def test_an_officer_has_no_such_page(officer):
    assert client_of(officer).get("/office/devices/").status_code == 404
