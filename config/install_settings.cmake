# The settings where the program looks for them, whatever the prefix. They are the technician's from then on: what was
# edited is never overwritten, and what was removed does not come back. That they were installed before is told by the
# sample beside the program's data, which is installed next and each time.
#
# From CMakeLists.txt: `sample`, and `data`, the folder of the program's data.
if(EXISTS "$ENV{DESTDIR}/etc/venue-kiosk/kiosk.toml" OR IS_SYMLINK "$ENV{DESTDIR}/etc/venue-kiosk/kiosk.toml")
  message(STATUS "Keeping: $ENV{DESTDIR}/etc/venue-kiosk/kiosk.toml")
elseif(EXISTS "$ENV{DESTDIR}${data}/kiosk.toml")
  message(STATUS "Not installing again: $ENV{DESTDIR}/etc/venue-kiosk/kiosk.toml, which was removed")
else()
  file(INSTALL "${sample}" DESTINATION /etc/venue-kiosk)
endif()
