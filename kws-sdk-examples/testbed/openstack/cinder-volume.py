#!/usr/bin/python3
"""cinder-volume, with one more driver: kws_fake.Driver.

It is cinder's own fake driver (no byte is stored) with what that lacks: a volume made from an
image, an image made from a volume, or a larger volume becomes available instead of failing for want
of a device.
"""
import io
import sys
import types

from cinder.cmd.volume import main  # noqa: I100  (first: it patches the modules for eventlet)
from cinder.tests import fake_driver


class Driver(fake_driver.FakeLoggingVolumeDriver):
    def copy_image_to_volume(self, context, volume, image_service, image_id, disable_sparse=False):
        pass

    def copy_image_to_encrypted_volume(self, context, volume, image_service, image_id):
        pass

    def extend_volume(self, volume, new_size):
        pass

    def copy_volume_to_image(self, context, volume, image_service, image_meta):
        image_service.update(context, image_meta["id"], {}, io.BytesIO(b"volume " + volume.id.encode()))


module = types.ModuleType("cinder.volume.drivers.kws_fake")
module.Driver = Driver
sys.modules["cinder.volume.drivers.kws_fake"] = module

if __name__ == "__main__":
    sys.exit(main())
