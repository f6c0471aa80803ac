"""Open accounts: one login an account a run, and what went wrong with it."""

from __future__ import annotations

from terbuka.errors import NotSent, Unauthorised, WireError
from terbuka.office import Account
from terbuka.publish.job import Job
from terbuka.social.platform import Platform, Session
from terbuka.social.registry import PLATFORMS
from terbuka.text import text


class Accounts:
    """Sessions, opened when they are first needed.

    A platform whose login failed is not asked again in the same run: logins are budgeted.
    """

    def __init__(self, job: Job) -> None:
        self._job = job
        self._open: dict[str, Session] = {}
        self._shut: dict[str, WireError] = {}

    def session(self, account: Account) -> tuple[Platform, Session]:
        """Return the platform and an open session of `account`.

        Raises:
            Unauthorised: no secret is set, or the platform refuses it.
            WireError: the platform cannot be reached, or asks us to come later.
        """
        platform = PLATFORMS[account.platform]
        if account.id in self._shut:
            raise self._shut[account.id]
        if account.id not in self._open:
            try:
                self._open[account.id] = self._login(platform, account)
            except WireError as error:
                self._shut[account.id] = error
                raise
        return platform, self._open[account.id]

    def shut(self, account: Account, error: WireError) -> None:
        """Use the account no more in this run."""
        self._open.pop(account.id, None)
        self._shut[account.id] = error

    def _login(self, platform: Platform, account: Account) -> Session:
        server = self._job.server_of(account)
        secret = self._job.secret_of(account)
        if server is None:
            raise NotSent(
                text("The account “{account}” has no server.", account=account.id),
                text("Write its address as “server” into office.yml."),
            )
        if not secret:
            raise Unauthorised(
                text(
                    "The secret of the account “{account}” is not set ({name}).",
                    account=account.id,
                    name=account.token or "token",
                ),
                text("Put it into the environment variable that office.yml names; never into a file."),
            )
        return self._job.wire.run(platform.login(account, server.rstrip("/"), secret))
