from datetime import UTC, datetime

import time_machine

from quartierwerk.core import clock


@time_machine.travel(datetime(2026, 7, 1, 22, 30, tzinfo=UTC))
def test_today_is_the_day_in_the_town_not_in_greenwich():
    assert clock.today().isoformat() == "2026-07-02"
