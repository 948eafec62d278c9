# The Debian package, by CPack: cmake --workflow --preset package. From CMakeLists.txt.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_DIRECTORY ${PROJECT_BINARY_DIR})
# The settings are installed to /etc by a script, whatever the prefix.
set(CPACK_SET_DESTDIR ON)
set(CPACK_STRIP_FILES ON)
set(CPACK_PACKAGE_VENDOR "venue-kiosk")

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION misc)
set(CPACK_DEBIAN_PACKAGE_MAINTAINER "The venue-kiosk authors <maintainers@venue-kiosk.invalid>"
    CACHE STRING "Who answers for the package")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "screen at the door of a conference hall")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION "Fills a screen with what is on in a hall now, what comes next, and a QR code
that opens the broadcast on a phone. Follows one feed; goes on telling the
truth when the network, the feed or the power fails.
.
A machine without a desktop becomes a screen by this package alone.")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS fonts-noto-cjk)
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "prometheus-node-exporter")
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(scripts ${PROJECT_SOURCE_DIR}/config/packaging)
set(CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA ${scripts}/conffiles ${scripts}/postinst ${scripts}/prerm ${scripts}/postrm)

# What no linker knows: what the program opens while it runs, and what its service starts.
set(depends)
foreach(list run screen)
  file(STRINGS ${PROJECT_SOURCE_DIR}/config/packages/${list}.txt packages REGEX "^[a-z0-9]")
  list(TRANSFORM packages REPLACE " .*" "")
  list(APPEND depends ${packages})
endforeach()
if(glfw3_VERSION VERSION_GREATER_EQUAL 3.4)
  list(APPEND depends "libglfw3 (>= 3.4)")
else()
  # One for Wayland and one for X, which exclude each other. Under cage the latter takes Xwayland in between.
  list(APPEND depends "libglfw3-wayland | libglfw3")
endif()
string(REPLACE ";" ", " CPACK_DEBIAN_PACKAGE_DEPENDS "${depends}")
# Beside the libraries that it is linked to.
set(CPACK_PRE_BUILD_SCRIPTS ${scripts}/linked_libraries.cmake)

# What Debian wants to be said of a package.
file(READ ${PROJECT_SOURCE_DIR}/LICENSE license)
string(REGEX REPLACE "^[^\n]*\n\n[^\n]*\n\n" "" license "${license}")
string(STRIP "${license}" license)
string(REGEX REPLACE "\n\n" "\n.\n" license "${license}")
string(REGEX REPLACE "\n" "\n " license " ${license}")
configure_file(config/packaging/copyright.in copyright @ONLY)
set(ENV{SOURCE_DATE_EPOCH} ${VENUE_KIOSK_RELEASED})
string(TIMESTAMP released "%a, %d %b %Y %H:%M:%S +0000" UTC)
unset(ENV{SOURCE_DATE_EPOCH})
configure_file(config/packaging/changelog.in changelog @ONLY)
compressed(${PROJECT_BINARY_DIR}/changelog ${PROJECT_BINARY_DIR}/changelog.gz)
install(FILES ${PROJECT_BINARY_DIR}/copyright ${PROJECT_BINARY_DIR}/changelog.gz DESTINATION ${CMAKE_INSTALL_DOCDIR} OPTIONAL)

include(CPack)
