"""What is worked out from a register is worked out once for it, and anew for another."""

from sijill.register.entries import Register
from sijill.register.once import once_for_register


def test_a_register_is_gone_through_once_for_each_language():
    asked = []

    @once_for_register
    def names(register: Register, language: str) -> list[str]:
        asked.append(language)
        return [language]

    one, other = Register({}), Register({})
    assert names(one, "ar") is names(one, "ar")
    assert names(one, "en") == ["en"]
    names(other, "ar")
    assert asked == ["ar", "en", "ar"]


def test_what_was_found_in_very_many_registers_is_forgotten():
    asked = []

    @once_for_register
    def size(register: Register) -> int:
        asked.append(register)
        return len(register.entries)

    registers = [Register({}) for _ in range(100)]
    assert [size(r) for r in registers] == [0] * 100
    assert len(asked) == 100
    size(registers[-1])
    assert len(asked) == 100
    size(registers[0])
    assert len(asked) == 101
