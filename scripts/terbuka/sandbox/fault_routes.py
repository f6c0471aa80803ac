"""``/faults``: asking for failures as JSON, for tests and scripts."""

from __future__ import annotations

from pydantic import ValidationError
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from terbuka.sandbox.faults import FaultRequest, make_fault
from terbuka.sandbox.world import World


def routes(world: World) -> list[Route]:
    """Return the addresses that list, add and call off faults."""

    def listing(status: int = 200) -> Response:
        return JSONResponse([fault.as_json() for fault in world.faults.waiting()], status)

    async def show(_: Request) -> Response:
        return listing()

    async def add(request: Request) -> Response:
        # Pages of other sites can send forms and plain text, but no JSON.
        if request.headers.get("content-type", "").partition(";")[0].strip() != "application/json":
            return JSONResponse({"error": "send application/json"}, 415)
        try:
            wanted = FaultRequest.model_validate_json(await request.body())
        except ValidationError as error:
            wrong = [f"{'.'.join(map(str, one['loc']))}: {one['msg']}" for one in error.errors()]
            return JSONResponse({"error": "; ".join(wrong)}, 422)
        world.faults.add(make_fault(wanted))
        return listing(201)

    async def clear(_: Request) -> Response:
        world.faults.clear()
        return listing()

    return [
        Route("/faults", show),
        Route("/faults", add, methods=["POST"]),
        Route("/faults", clear, methods=["DELETE"]),
    ]
