# Run by CPack when the files of the package are together: adds the packages of the libraries that its programs are linked to.
# CPACK_DEBIAN_PACKAGE_SHLIBDEPS would do that, but name that one of two GLFWs that the package was built with.
file(MAKE_DIRECTORY ${CPACK_TEMPORARY_DIRECTORY}.shlibdeps/debian)
file(WRITE ${CPACK_TEMPORARY_DIRECTORY}.shlibdeps/debian/control "")
file(GLOB programs ${CPACK_TEMPORARY_DIRECTORY}/usr/bin/* ${CPACK_TEMPORARY_DIRECTORY}/usr/libexec/venue-kiosk/*)
execute_process(COMMAND dpkg-shlibdeps -xlibglfw3 -xlibglfw3-wayland -O ${programs}
                WORKING_DIRECTORY ${CPACK_TEMPORARY_DIRECTORY}.shlibdeps OUTPUT_VARIABLE linked
                COMMAND_ERROR_IS_FATAL ANY)
string(REGEX REPLACE "^shlibs:Depends=" "" linked "${linked}")
string(STRIP "${linked}" linked)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "${linked}, ${CPACK_DEBIAN_PACKAGE_DEPENDS}")
