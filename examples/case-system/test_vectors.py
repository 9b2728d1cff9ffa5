#!/usr/bin/env python3
"""Runs schemas/vectors/signatures.json through dvc_signature.py: python3 test_vectors.py [file]"""
import json
import os
import sys

from dvc_signature import sign, verify


def main() -> int:
    default = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "schemas", "vectors", "signatures.json")
    with open(sys.argv[1] if len(sys.argv) > 1 else default, encoding="utf-8") as file:
        vectors = json.load(file)
    failed = 0
    for each in vectors["sign"]:
        got = sign(each["secret"], each["timestamp"], each["deliveryId"], each["content"].encode("utf-8"))
        if got != each["hex"]:
            failed += 1
            print(f"sign: {each['name']}: expected {each['hex']}, got {got}")
    for each in vectors["verify"]:
        got = verify(each["secrets"], each["deliveryId"], each["timestamp"], each["signature"], each["content"].encode("utf-8"), each["now"])
        if got is not each["accepted"]:
            failed += 1
            print(f"verify: {each['name']}: expected {each['accepted']}, got {got}")
    print(f"{len(vectors['sign']) + len(vectors['verify'])} vectors, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
