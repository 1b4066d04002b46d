"""The server refuses a database whose walls have a hole."""

import psycopg

from kotopolku.cli.serve import open_walls


def test_the_server_does_not_start_on_a_database_with_a_hole(database_server, own_database):
    url = database_server.url(role="kotopolku_app", database=own_database)
    assert open_walls(url) == ""
    # when
    with psycopg.connect(database_server.url(role="kotopolku_owner", database=own_database)) as owner:
        owner.execute("ALTER TABLE fact DISABLE ROW LEVEL SECURITY")
    # then
    assert open_walls(url).startswith("K020: the database is not walled: fact: row-level security is not on")
    assert open_walls(url.replace(own_database, "not_there")).startswith("K021: the database does not answer")
