from collections.abc import Sequence
from typing import Optional, final

__version__: str

@final
class Catalog:
    @staticmethod
    def load(request: bytes) -> tuple[Optional[Catalog], str]: ...
    def call(self, name: str, request: bytes) -> tuple[bool, str]: ...
    def call_many(self, name: str, requests: Sequence[bytes]) -> list[tuple[bool, str]]: ...
